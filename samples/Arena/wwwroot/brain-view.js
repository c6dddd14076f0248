// Computes a network as the server does, and draws it with what goes on in it.
import { fit } from './canvas.js';

const PLUS = [116, 215, 255], MINUS = [255, 138, 101];
const SENSES = ['food ahead', 'food right', 'food near', 'predator ahead', 'predator right', 'predator near', 'energy', 'fatigue', 'speed'];
const WISHES = ['turn', 'effort'];

// Activations of all layers: parameters are, layer after layer, the weights of each output and then all biases.
export function activations(layers, parameters, inputs) {
  const all = [inputs];
  let at = 0;
  for (let layer = 1; layer < layers.length; layer++) {
    const before = all.at(-1), count = layers[layer];
    const biases = at + count * before.length;
    const values = new Float32Array(count);
    for (let unit = 0; unit < count; unit++) {
      let sum = parameters[biases + unit];
      for (let input = 0; input < before.length; input++) {
        sum += parameters[at + unit * before.length + input] * before[input];
      }
      values[unit] = Math.tanh(sum);
    }
    all.push(values);
    at = biases + count;
  }
  return all;
}

export function drawBrain(canvas, layers, parameters, all) {
  const { context, width, height } = fit(canvas);
  context.clearRect(0, 0, width, height);
  context.font = '12px system-ui, sans-serif';
  const columns = [112, (width + 40) / 2, width - 60];
  const place = (layer, unit) => ({
    x: columns[layer],
    y: (layer === layers.length - 1 ? height / 2 + (unit - (layers[layer] - 1) / 2) * 90 : (unit + 0.5) / layers[layer] * height),
  });

  let at = 0;
  for (let layer = 1; layer < layers.length; layer++) {
    const before = all[layer - 1];
    for (let unit = 0; unit < layers[layer]; unit++) {
      const to = place(layer, unit);
      for (let input = 0; input < before.length; input++) {
        const weight = parameters[at + unit * before.length + input];
        const signal = weight * before[input];
        const from = place(layer - 1, input);
        context.strokeStyle = colour(signal, Math.min(0.05 + Math.abs(signal) * 0.7, 0.9));
        context.lineWidth = Math.min(0.5 + Math.abs(weight) * 0.9, 3.5);
        context.beginPath();
        context.moveTo(from.x, from.y);
        context.bezierCurveTo((from.x + to.x) / 2, from.y, (from.x + to.x) / 2, to.y, to.x, to.y);
        context.stroke();
      }
    }
    at += layers[layer] * (before.length + 1);
  }

  all.forEach((values, layer) => values.forEach((value, unit) => {
    const { x, y } = place(layer, unit);
    const radius = layer === 1 ? 6 : 8;
    context.fillStyle = '#0f1729';
    context.beginPath();
    context.arc(x, y, radius, 0, 7);
    context.fill();
    context.fillStyle = colour(value, Math.min(Math.abs(value), 1));
    context.fill();
    context.strokeStyle = '#5d7199';
    context.lineWidth = 1;
    context.stroke();
    context.fillStyle = '#b9c7e2';
    context.textBaseline = 'middle';
    if (layer === 0) {
      context.textAlign = 'right';
      context.fillText(SENSES[unit] ?? '', x - 14, y);
    } else if (layer === layers.length - 1) {
      context.textAlign = 'left';
      context.fillText(WISHES[unit] ?? '', x + 14, y - 8);
      context.fillText(value.toFixed(2), x + 14, y + 8);
    }
  }));
}

const colour = (value, alpha) => `rgba(${(value < 0 ? MINUS : PLUS).join(',')},${alpha.toFixed(3)})`;
