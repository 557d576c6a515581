/** Paints the page and gives the focus back to the control that had it, where painting made that one anew. */
export function keepFocus(paint: () => void): void {
  const before = document.activeElement;
  const id = before?.id ?? '';
  paint();
  if (id === '' || before?.isConnected === true) return;
  document.getElementById(id)?.focus({ preventScroll: true });
}
