import type { Boot } from '../wire/messages';

export const boot = JSON.parse(document.getElementById('boot')?.textContent ?? '') as Boot;
