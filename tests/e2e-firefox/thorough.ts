/** What `npm test` leaves to `npm run test:all`: Chromium's tests go the same ways, but for how Firefox shows them. */
export const thorough = ['access.test.ts', 'access-in-use.test.ts', 'sign-in.test.ts'];
