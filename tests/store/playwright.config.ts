import { defineConfig } from '@playwright/test';

export default defineConfig({
  testMatch: 'images.ts',
  fullyParallel: true,
  workers: 2,
  reporter: 'list',
  timeout: 120_000,
  expect: { timeout: 20_000 },
});
