import { configureGlobal } from 'fast-check';

/** Every mutant meets the same examples, so that its score is not a matter of chance, and the first failure is enough. */
configureGlobal({ seed: 42, endOnFailure: true });
