import type { ModuleWords } from '@/lib/i18n/module-label';

/** The organization of a job as its users know it. */
export interface JobOrg {
  name: string;
  /** What it calls the modules that it has renamed. */
  words?: ModuleWords | undefined;
}
