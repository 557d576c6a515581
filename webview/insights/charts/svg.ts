const svgNamespace = 'http://www.w3.org/2000/svg';

export type SvgAttributes = Readonly<Record<string, string | number>>;

/** Makes an SVG element; numbers are kept to two digits after the point. */
export function svgElement(
  document: Document,
  name: string,
  attributes: SvgAttributes,
  ...children: readonly (Node | string)[]
): SVGElement {
  const element = document.createElementNS(svgNamespace, name);
  for (const [attribute, value] of Object.entries(attributes))
    element.setAttribute(attribute, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
  element.append(...children);
  return element;
}
