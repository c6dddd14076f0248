// Draws what creatures ate, by generation: the mean and the best.
import { fit } from './canvas.js';

const MEAN = '#74d7ff', BEST = '#ffd166', LINES = '#1f2b45', TEXT = '#93a4c3';
const LEFT = 30, RIGHT = 8, TOP = 8, BOTTOM = 20;

export function drawCurve(canvas, generations) {
  const { context, width, height } = fit(canvas);
  context.clearRect(0, 0, width, height);
  context.font = '11px system-ui, sans-serif';
  context.fillStyle = TEXT;
  if (generations.length === 0) {
    context.textAlign = 'center';
    context.fillText('The curve begins when the first generation ends.', width / 2, height / 2);
    return;
  }

  const first = generations[0].generation;
  const span = Math.max(generations.at(-1).generation - first, 1);
  const most = niceCeiling(generations.reduce((top, result) => Math.max(top, result.best), 1));
  const x = generation => LEFT + (generation - first) / span * (width - LEFT - RIGHT);
  const y = value => height - BOTTOM - value / most * (height - TOP - BOTTOM);

  context.textAlign = 'right';
  context.textBaseline = 'middle';
  context.strokeStyle = LINES;
  context.lineWidth = 1;
  for (let part = 0; part <= 4; part++) {
    const value = most * part / 4;
    context.beginPath();
    context.moveTo(LEFT, y(value));
    context.lineTo(width - RIGHT, y(value));
    context.stroke();
    context.fillText(String(Math.round(value * 10) / 10), LEFT - 6, y(value));
  }
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  context.fillText(`generation ${first}`, LEFT, height - 4);
  context.textAlign = 'right';
  context.fillText(String(generations.at(-1).generation), width - RIGHT, height - 4);

  line(context, generations, result => x(result.generation), result => y(result.best), BEST, 1.25);
  line(context, generations, result => x(result.generation), result => y(result.mean), MEAN, 2.25);
}

function line(context, results, x, y, colour, width) {
  context.strokeStyle = context.fillStyle = colour;
  context.lineWidth = width;
  context.lineJoin = 'round';
  context.beginPath();
  results.forEach((result, place) => place === 0 ? context.moveTo(x(result), y(result)) : context.lineTo(x(result), y(result)));
  context.stroke();
  if (results.length === 1) {
    context.beginPath();
    context.arc(x(results[0]), y(results[0]), 3, 0, 7);
    context.fill();
  }
}

// The next number that a scale of four parts likes.
function niceCeiling(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 4, 8, 10].map(step => step * power).find(step => step >= value) ?? 10 * power;
}
