/**
 * What `npm test` leaves to `npm run test:all`: ways that Chromium's tests go too, but for how Firefox shows them. That
 * the user allows access again is pressed in Firefox alone, and stays.
 */
export const thorough = ['access-in-use.test.ts', 'sign-in.test.ts'];
