// The messages of the server: text is JSON, and binary is what FrameWriter.cs writes.

const HEADER = 40, CREATURE = 8, PREDATOR = 7, FOOD = 4, BRAIN_HEADER = 8;
const FRAME = 1, THOUGHT = 2, BRAIN = 3;
const NOBODY = 0xffff;

export function connect(handlers) {
  const url = new URL('live', location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  let socket;
  let wait = 500;

  function open() {
    socket = new WebSocket(url);
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => { wait = 500; handlers.opened(); };
    socket.onmessage = event => {
      if (typeof event.data === 'string') {
        const message = JSON.parse(event.data);
        handlers[message.type]?.(message);
      } else {
        decode(event.data, handlers);
      }
    };
    socket.onclose = () => {
      handlers.lost();
      setTimeout(open, wait);
      wait = Math.min(wait * 2, 8000);
    };
  }

  open();
  return {
    send(type, value) {
      if (socket.readyState === WebSocket.OPEN) {
        socket.send(JSON.stringify({ type, value }));
      }
    },
  };
}

function decode(buffer, handlers) {
  const view = new DataView(buffer);
  switch (view.getUint8(0)) {
    case FRAME: handlers.frame(new Frame(view)); break;
    case THOUGHT: handlers.thought(thoughtOf(view)); break;
    case BRAIN: handlers.brain(brainOf(view)); break;
  }
}

// A frame is read where it is drawn; nothing of it is copied.
class Frame {
  constructor(view) {
    this.view = view;
    this.paused = view.getUint8(1) === 1;
    this.creatures = view.getUint16(2, true);
    this.predators = view.getUint16(4, true);
    this.food = view.getUint16(6, true);
    this.alive = view.getUint16(8, true);
    const leader = view.getUint16(10, true);
    this.leader = leader === NOBODY ? -1 : leader;
    this.generation = view.getUint32(12, true);
    this.step = view.getUint32(16, true);
    this.steps = view.getUint32(20, true);
    this.side = view.getFloat32(24, true);
    this.thinking = view.getFloat32(28, true);
    this.pace = view.getFloat32(32, true);
    this.mean = view.getFloat32(36, true);
    this.firstPredator = HEADER + this.creatures * CREATURE;
    this.firstFood = this.firstPredator + this.predators * PREDATOR;
  }

  creature(index) { return this.#body(HEADER + index * CREATURE, index); }

  predator(index) { return this.#body(this.firstPredator + index * PREDATOR, index); }

  piece(index) {
    const at = this.firstFood + index * FOOD;
    return { x: this.view.getUint16(at, true) / 65536, y: this.view.getUint16(at + 2, true) / 65536 };
  }

  isDead(creature) { return this.view.getUint8(HEADER + creature * CREATURE + 7) === 0; }

  #body(at, index) {
    const { view } = this;
    const predator = at >= this.firstPredator;
    const state = view.getUint8(predator ? at + 6 : at + 7);
    return {
      index,
      x: view.getUint16(at, true) / 65536,
      y: view.getUint16(at + 2, true) / 65536,
      headingX: view.getInt8(at + 4) / 127,
      headingY: view.getInt8(at + 5) / 127,
      energy: predator ? 1 : view.getUint8(at + 6) / 255,
      rests: predator && state === 1,
      isDead: !predator && state === 0,
    };
  }
}

const thoughtOf = view => ({
  isDead: view.getUint8(1) === 1,
  creature: view.getUint16(2, true),
  eaten: view.getUint16(4, true),
  values: new Float32Array(view.buffer, BRAIN_HEADER),
});

const brainOf = view => ({
  creature: view.getUint16(2, true),
  generation: view.getUint32(4, true),
  parameters: new Float32Array(view.buffer, BRAIN_HEADER),
});
