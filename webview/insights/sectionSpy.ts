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
      else link.setAttribute('aria-current', 'true');
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
