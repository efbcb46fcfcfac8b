/**
 * What a page with a list does by itself, as its own script: `draw` and `tick` in its window, which resolve once
 * all of it is drawn.
 */
const halves = [...document.querySelectorAll('lyte-exptable')];
let nextId = 7_618_134_500_000_000_000n;

/** Draws so many rows in batches, one a frame, and takes as many away: what a list does that is scrolled. */
async function draw(count: number, batch: number): Promise<void> {
  for (let drawn = 0; drawn < count; drawn += batch) {
    for (const half of halves) drawBatch(half, batch);
    nextId += BigInt(batch);
    await nextFrame();
  }
}

function drawBatch(half: Element, batch: number): void {
  const [, ...rows] = half.children;
  for (const [index, row] of rows.slice(0, batch).entries()) {
    const fresh = row.cloneNode(true) as Element;
    fresh.id = String(nextId + BigInt(index));
    fresh.querySelector('lyte-checkbox')?.setAttribute('id', `selectEntity_${fresh.id}`);
    half.append(fresh);
    row.remove();
  }
}

/** Ticks and unticks rows by clicks, so many a frame. */
async function tick(count: number, perFrame: number): Promise<void> {
  const boxes = document.querySelectorAll('lyte-checkbox[id^="selectEntity_"]');
  for (let done = 0; done < count; done++) {
    boxes[done % boxes.length]?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    if (done % perFrame === 0) await nextFrame();
  }
}

let selected = 0;

document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.id.startsWith('selectEntity_')) toggle(target);
});

/** The box, the row in both its halves, and the page's count. */
function toggle(box: Element): void {
  const isOn = box.getAttribute('aria-checked') !== 'true';
  selected += isOn ? 1 : -1;
  box.setAttribute('aria-checked', String(isOn));
  box.firstElementChild?.setAttribute('class', `cxListVwCustomCheckBox${isOn ? 'Checked' : ''}`);
  for (const row of document.querySelectorAll(`[id="${box.id.slice('selectEntity_'.length)}"]`)) {
    row.classList.toggle('cxLvTableRowSelected', isOn);
  }
  const count = document.querySelector('header span');
  if (count) count.textContent = `${selected} records selected`;
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => void requestAnimationFrame(resolve));
}

Object.assign(globalThis, { draw, tick });
