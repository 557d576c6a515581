/** Pixels a CSS pixel: sharp on slides and dense screens. */
const density = 2;

/** Paints an SVG file and gives the PNG, as base64. Throws when the browser cannot read the SVG. */
export async function pngOf(svg: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * density;
  canvas.height = image.naturalHeight * density;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('A canvas has a context.');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').slice('data:image/png;base64,'.length);
}
