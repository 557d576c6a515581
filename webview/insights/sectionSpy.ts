/** Tells the list of sections which one the person is reading. */
export interface SectionSpy {
  look(): void;
}

/** A section counts as read when its heading is above this share of the window. */
const line = 0.2;

export function createSectionSpy(): SectionSpy {
  let waiting = false;
  const look = () => {
    waiting = false;
    const links = [...document.querySelectorAll('nav.sections a[data-section]')];
    const tops = links.map(link => {
      const section = document.getElementById(`section-${link.getAttribute('data-section') ?? ''}`);
      return section?.getBoundingClientRect().top ?? Infinity;
    });
    const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2 && scrollY > 0;
    const above = tops.findLastIndex(top => top < innerHeight * line);
    const chosen = links.findIndex(link => isChosen(link.getAttribute('data-section') ?? ''));
    const current = chosen >= 0 ? chosen : atEnd ? links.length - 1 : Math.max(0, above);
    links.forEach((link, index) => {
      if (index !== current) link.removeAttribute('aria-current');
      else if (link.getAttribute('aria-current') === null) {
        link.setAttribute('aria-current', 'true');
        keepInSight(link);
      }
    });
  };
  addEventListener(
    'scroll',
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(look);
    },
    { passive: true },
  );
  return { look };
}

/** The person went there, and is still there: near its end the page cannot bring a section's heading to the top. */
function isChosen(section: string): boolean {
  const heading = document.activeElement;
  if (heading?.id !== `title-${section}`) return false;
  const { top } = heading.getBoundingClientRect();
  return top >= 0 && top < innerHeight;
}

/** Only sideways, in the row above the page: never does the page itself move. */
function keepInSight(link: Element): void {
  const row = link.closest('ul');
  if (row === null || row.scrollWidth <= row.clientWidth) return;
  const [box, room] = [link.getBoundingClientRect(), row.getBoundingClientRect()];
  if (box.left < room.left) row.scrollLeft -= room.left - box.left + 16;
  if (box.right > room.right) row.scrollLeft += box.right - room.right + 16;
}
