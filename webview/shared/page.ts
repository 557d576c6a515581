/** The element that the host's HTML keeps for the page. */
export function appElement(): HTMLElement {
  const app = document.getElementById('app');
  if (app === null) throw new Error('The page has no element #app.');
  return app;
}
