// Joins the page: what the server sends goes into views and figures, what is clicked goes to the server.
import { connect } from './protocol.js';
import { WorldView } from './world-view.js';
import { drawCurve } from './curve.js';
import { activations, drawBrain } from './brain-view.js';

const find = id => document.getElementById(id);
const number = new Intl.NumberFormat('en');
const MOST_GENERATIONS = 5000;
const FRAME_MICROSECONDS = 1e6 / 60;

const world = new WorldView(find('world'));
let state = null, frame = null, brain = null, generations = [], isDirty = false, isCurveDirty = true, isBrainDirty = false;
let isSliding = false;

const server = connect({
  opened() { select(world.selected); },
  lost() {
    if (frame) {
      toast('The connection is lost. It is tried again.');
    }
    say('lost', 'connection lost');
  },
  state(message) { state = message; showState(); },
  history(message) { generations = message.generations; isCurveDirty = true; },
  generation(message) {
    generations.push(message.result);
    generations.splice(0, generations.length - MOST_GENERATIONS);
    isCurveDirty = true;
  },
  refused(message) { toast(message.reason); },
  frame(message) { frame = message; isDirty = true; },
  brain(message) { if (message.creature === world.selected) { brain = message; world.thought = null; } },
  thought(message) {
    if (message.creature === world.selected) {
      world.thought = message;
      isBrainDirty = isDirty = true;
    }
  },
});

// Views are drawn when the screen is, and only where something is new.
function draw() {
  if (frame && isDirty) {
    isDirty = false;
    if (world.selected >= frame.creatures) {
      select(-1);
    }
    world.draw(frame);
    showFigures();
  }
  if (isCurveDirty) {
    isCurveDirty = false;
    drawCurve(find('curve'), generations);
    showRatio();
  }
  if (isBrainDirty && brain && world.thought && state) {
    isBrainDirty = false;
    showBrain();
  }
  requestAnimationFrame(draw);
}

function showFigures() {
  find('generation').textContent = number.format(frame.generation);
  find('alive').textContent = `${number.format(frame.alive)} / ${number.format(frame.creatures)}`;
  find('mean').textContent = frame.mean.toFixed(2);
  find('progress').value = frame.step / frame.steps;
  if (frame.thinking > 0) {
    find('thinking').textContent = duration(frame.thinking);
    find('thinking-what').textContent = `for all ${number.format(frame.creatures)} brains, each step`;
    find('budget').value = frame.thinking / 1000;
    const each = frame.thinking * 1000 / frame.creatures;
    find('thinking-note').textContent =
      `${each < 10 ? each.toFixed(1) : Math.round(each)} ns each · ${percent(frame.thinking / 1000)} of 1 ms · ${percent(frame.thinking / FRAME_MICROSECONDS)} of a frame`;
  }
  if (frame.paused) {
    say('paused', 'paused');
  } else {
    say('live', `${number.format(Math.round(frame.pace / 10) * 10)} steps a second`);
  }
}

const duration = microseconds => microseconds < 1000 ? `${microseconds.toFixed(microseconds < 10 ? 1 : 0)} µs` : `${(microseconds / 1000).toFixed(2)} ms`;
const percent = part => `${(part * 100).toFixed(part < 0.1 ? 1 : 0)} %`;

function showRatio() {
  const last = generations.at(-1);
  find('ratio').textContent = generations.length > 1 && generations[0].generation === 1 && generations[0].mean > 0
    ? `· now ${(last.mean / generations[0].mean).toFixed(1)} times generation 1` : '';
}

function showState() {
  find('pause').textContent = state.paused ? 'Resume' : 'Pause';
  const speed = document.querySelector(`input[name="speed"][value="${state.speed}"]`);
  if (speed) {
    speed.checked = true;
  }
  const slider = find('population');
  [slider.min, slider.max] = [state.fewestCreatures, state.mostCreatures];
  if (!isSliding) {
    slider.value = state.plannedCreatures;
    find('population-value').textContent = number.format(state.plannedCreatures);
  }
  find('population-note').textContent = state.plannedCreatures === state.creatures
    ? 'A new number holds from the next generation on.'
    : `${number.format(state.creatures)} live now, ${number.format(state.plannedCreatures)} in the next generation.`;
  if (document.activeElement !== find('seed')) {
    find('seed').value = state.seed;
  }
}

function showBrain() {
  const { thought } = world;
  const [inputs, outputs] = [thought.values.subarray(0, state.layers[0]), thought.values.subarray(state.layers[0])];
  const all = activations(state.layers, brain.parameters, inputs);
  drawBrain(find('network'), state.layers, brain.parameters, all);
  find('brain-title').textContent = `Creature ${thought.creature}, generation ${brain.generation}`;
  const [turn, effort] = outputs;
  find('brain-text').textContent = thought.isDead
    ? `It has eaten ${thought.eaten} and is dead. It comes back in the next generation, with another brain.`
    : `It has eaten ${thought.eaten}. It turns ${Math.abs(turn) < 0.05 ? 'nowhere' : turn > 0 ? 'right' : 'left'} and gives ${Math.round((effort + 1) * 50)} % effort.`;

  // The page computes the network itself; how far it is from the server's answer says whether it shows the truth.
  const difference = Math.max(...outputs.map((value, place) => Math.abs(value - all.at(-1)[place])));
  find('brain').dataset.difference = difference.toExponential(2);
}

function select(creature) {
  world.selected = creature;
  world.thought = brain = null;
  find('brain').hidden = creature < 0;
  find('brain-title').textContent = creature < 0 ? '' : `Creature ${creature}`;
  isDirty = true;
  server?.send('watch', creature);
}

// The next living creature in a direction.
function selectBeside(direction) {
  for (let step = 1; frame && step <= frame.creatures; step++) {
    const creature = (world.selected + direction * step + 2 * frame.creatures) % frame.creatures;
    if (!frame.isDead(creature)) {
      select(creature);
      return;
    }
  }
}

const pause = () => state && server.send('pause', state.paused ? 0 : 1);
const selectLeader = () => { if (frame && frame.leader >= 0) { select(frame.leader); } };

find('pause').onclick = pause;
find('step').onclick = () => server.send('step');
find('leader').onclick = selectLeader;
find('brain-close').onclick = () => { select(-1); find('world').focus(); };
document.querySelectorAll('input[name="speed"]').forEach(input => { input.onchange = () => server.send('speed', Number(input.value)); });
find('population').oninput = event => { isSliding = true; find('population-value').textContent = number.format(event.target.value); };
find('population').onchange = event => { isSliding = false; server.send('population', Number(event.target.value)); };
find('new-world').onsubmit = event => {
  event.preventDefault();
  select(-1);
  server.send('world', Number(find('seed').value));
  find('seed').blur();
};

find('world').onclick = event => { if (frame) { select(world.at(frame, event.offsetX, event.offsetY)); } };
find('world').onkeydown = event => {
  const action = {
    ArrowRight: () => selectBeside(1), ArrowLeft: () => selectBeside(-1), Escape: () => select(-1),
    l: selectLeader, L: selectLeader, ' ': pause, '.': () => server.send('step'),
  }[event.key];
  if (action && !event.ctrlKey && !event.altKey && !event.metaKey) {
    event.preventDefault();
    action();
  }
};

find('save').onclick = event => {
  if (generations.length === 0) {
    event.preventDefault();
    toast('The first generation has not ended yet.');
  }
};
find('load').onchange = async event => {
  const [file] = event.target.files;
  event.target.value = '';
  if (file) {
    const response = await fetch('best', { method: 'POST', body: file, headers: { 'Content-Type': 'application/octet-stream' } });
    toast(response.ok ? 'The brain goes to a quarter of the next generation.' : (await response.json()).detail ?? 'The file was refused.');
  }
};

let hiding = 0;
function toast(text) {
  find('toast').textContent = text;
  find('toast').hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => { find('toast').hidden = true; }, 6000);
}

function say(kind, text) {
  const status = find('status');
  if (status.dataset.state !== kind || status.textContent !== text) {
    [status.dataset.state, status.textContent] = [kind, text];
  }
}

new ResizeObserver(() => { isDirty = isCurveDirty = isBrainDirty = true; }).observe(document.body);
requestAnimationFrame(draw);
