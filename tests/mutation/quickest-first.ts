import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests that play whole jobs or make up pages. */
const slow = /\/(jobs\/run|selection\/properties)\//;

/** Runs the slow tests last: most mutants are found without them, and the first test that fails ends a run. */
export class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isSlow = ({ moduleId }: TestSpecification) => slow.test(moduleId);
    return [...sorted.filter((file) => !isSlow(file)), ...sorted.filter(isSlow)];
  }
}
