/** Milliseconds after which tags that were read are read again before they are acted on: others may have changed them. */
export const freshFor = 30_000;
