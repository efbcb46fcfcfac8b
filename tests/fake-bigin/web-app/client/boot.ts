import type { Boot } from '../shared/wire';

export const boot = JSON.parse(document.getElementById('boot')?.textContent ?? '') as Boot;
