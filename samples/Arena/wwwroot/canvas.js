// A canvas as sharp as the screen: its size in pixels follows its size on the page.
export function fit(canvas) {
  const context = canvas.getContext('2d');
  const ratio = Math.min(window.devicePixelRatio || 1, 3);
  const width = canvas.clientWidth, height = canvas.clientHeight;
  const isNew = canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio);
  if (isNew) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return { context, width, height, isNew };
}
