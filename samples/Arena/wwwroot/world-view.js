// Draws the world, and finds the creature at a place.
import { fit } from './canvas.js';

const GROUND = '#080d19', FOOD = '#6ee08a', PREDATOR = '#ff6b6b', RESTING = '#8a3f4b', GOLD = '#ffd166';
const SHADES = ['#36508a', '#3f6aa3', '#4886bd', '#55a3d3', '#63bee8', '#74d7ff', '#9fe6ff', '#d4f5ff'];
const SIGHT = 120;
const MOST_STEPS_SEEN = 6;

export class WorldView {
  constructor(canvas) {
    this.canvas = canvas;
    this.selected = -1;
    this.thought = null;
    this.generation = -1;
    this.step = 0;
  }

  draw(frame) {
    const { context, width, isNew } = fit(this.canvas);
    // What moved before fades, so that ways are seen; at high speeds there would be many ways.
    const isFresh = isNew || frame.paused || frame.generation !== this.generation || frame.step - this.step > MOST_STEPS_SEEN;
    [this.generation, this.step] = [frame.generation, frame.step];
    context.globalAlpha = isFresh ? 1 : 0.4;
    context.fillStyle = GROUND;
    context.fillRect(0, 0, width, width);
    context.globalAlpha = 1;
    const scale = width / frame.side;
    const size = Math.max(9 * scale, 4.2);
    this.#food(context, frame, width, size);
    this.#creatures(context, frame, width, size);
    this.#predators(context, frame, width, size * 1.35);
    if (frame.leader >= 0) {
      this.#ring(context, frame.creature(frame.leader), width, size * 1.6, GOLD);
    }
    if (this.selected >= 0 && this.selected < frame.creatures) {
      this.#sight(context, frame.creature(this.selected), width, scale);
      this.#ring(context, frame.creature(this.selected), width, size * 1.9, '#ffffff');
    }
  }

  // The living creature nearest to a place of the canvas, within a finger's width.
  at(frame, x, y) {
    const width = this.canvas.clientWidth;
    let best = -1, least = 24 * 24;
    for (let index = 0; index < frame.creatures; index++) {
      const body = frame.creature(index);
      const distance = (body.x * width - x) ** 2 + (body.y * width - y) ** 2;
      if (!body.isDead && distance < least) {
        [best, least] = [index, distance];
      }
    }
    return best;
  }

  #food(context, frame, width, size) {
    const radius = Math.max(size * 0.26, 1.4);
    context.fillStyle = FOOD;
    context.beginPath();
    for (let index = 0; index < frame.food; index++) {
      const { x, y } = frame.piece(index);
      context.moveTo(x * width + radius, y * width);
      context.arc(x * width, y * width, radius, 0, 7);
    }
    context.fill();
  }

  #creatures(context, frame, width, size) {
    // One path for each shade: two thousand of their own would be too slow.
    const paths = SHADES.map(() => new Path2D());
    for (let index = 0; index < frame.creatures; index++) {
      if (!frame.isDead(index)) {
        const body = frame.creature(index);
        arrow(paths[Math.min(Math.floor(body.energy * SHADES.length), SHADES.length - 1)], body, width, size);
      }
    }
    paths.forEach((path, shade) => { context.fillStyle = SHADES[shade]; context.fill(path); });
  }

  #predators(context, frame, width, size) {
    const hunting = new Path2D(), resting = new Path2D();
    for (let index = 0; index < frame.predators; index++) {
      const body = frame.predator(index);
      arrow(body.rests ? resting : hunting, body, width, size);
    }
    context.fillStyle = RESTING;
    context.fill(resting);
    context.fillStyle = PREDATOR;
    context.fill(hunting);
  }

  #ring(context, body, width, radius, colour) {
    if (!body.isDead) {
      context.strokeStyle = colour;
      context.lineWidth = 2;
      context.beginPath();
      context.arc(body.x * width, body.y * width, Math.max(radius, 9), 0, 7);
      context.stroke();
    }
  }

  // How far a creature sees, and lines to what it looks at: as its senses say it.
  #sight(context, body, width, scale) {
    if (body.isDead) {
      return;
    }
    const x = body.x * width, y = body.y * width;
    context.strokeStyle = '#ffffff30';
    context.lineWidth = 1;
    context.beginPath();
    context.arc(x, y, SIGHT * scale, 0, 7);
    context.stroke();
    const senses = this.thought?.creature === body.index ? this.thought.values : null;
    [[0, FOOD], [3, PREDATOR]].forEach(([first, colour]) => {
      if (senses && senses[first + 2] > 0) {
        const length = (1 - senses[first + 2]) * SIGHT * scale;
        const [ahead, right] = [senses[first], senses[first + 1]];
        context.strokeStyle = colour;
        context.lineWidth = 1.5;
        context.beginPath();
        context.moveTo(x, y);
        context.lineTo(
          x + (body.headingX * ahead - body.headingY * right) * length,
          y + (body.headingY * ahead + body.headingX * right) * length);
        context.stroke();
      }
    });
  }
}

function arrow(path, { x, y, headingX, headingY }, width, size) {
  const [cx, cy] = [x * width, y * width];
  const [dx, dy] = [headingX * size, headingY * size];
  path.moveTo(cx + dx, cy + dy);
  path.lineTo(cx - dx * 0.8 - dy * 0.62, cy - dy * 0.8 + dx * 0.62);
  path.lineTo(cx - dx * 0.4, cy - dy * 0.4);
  path.lineTo(cx - dx * 0.8 + dy * 0.62, cy - dy * 0.8 - dx * 0.62);
  path.closePath();
}
