/** Says a change to screen readers once, and only when it is another sentence than the last one. */
export interface Announcer {
  say(sentence: string): void;
}

/** `quietAtFirst`: what the page shows first is read by the person, not announced. */
export function createAnnouncer(region: HTMLElement, { quietAtFirst }: { quietAtFirst: boolean }): Announcer {
  let last: string | null = quietAtFirst ? null : '';
  return {
    say: sentence => {
      if (last !== null && sentence !== last) region.textContent = sentence;
      last = sentence;
    },
  };
}

/** Adds the invisible region that announcements go through. It stands outside what is rendered again. */
export function addLiveRegion(): HTMLElement {
  const region = document.createElement('div');
  region.className = 'visually-hidden';
  region.setAttribute('role', 'status');
  document.body.append(region);
  return region;
}
