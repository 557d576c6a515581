/**
 * True for an SVG that others may open in a browser: it holds no script and no foreign markup, and whatever it refers to is
 * inside itself.
 */
export function isSelfContained(svg: string): boolean {
  if (!svg.startsWith('<svg')) return false;
  return !/<script|<foreignObject|\son\w+\s*=|(?:href|src)\s*=(?!\s*["']?#)|url\((?!\s*(?:["']|&quot;)?#)|@import/i.test(
    svg,
  );
}
