import type { ComponentProps } from 'react';
import { browser } from 'wxt/browser';
import { PermissionList } from '@/components/PermissionList';
import { Step } from '@/components/Step';
import { translate } from '@/lib/i18n/translate';
import { MissingAccess } from '../options/MissingAccess';
import styles from './App.module.css';
import { explainPermissions } from './permission-reasons';

/** What a step of this page is given by it. */
export type StepState = Omit<ComponentProps<typeof Step>, 'children'>;

/** The manifest itself says what is asked for, so that nothing is left out here. */
export function InstallStep({ step }: { step: StepState }) {
  const permissions = explainPermissions(browser.runtime.getManifest());
  return (
    <Step {...step}>
      <MissingAccess />
      <p className={styles.text}>
        {translate(step.isDone ? 'welcome.permissions' : 'welcome.permissionsAsked')}
      </p>
      <PermissionList
        permissions={permissions.map(({ isOptional, ...permission }) => ({
          ...permission,
          note: isOptional ? translate('permission.optional') : undefined,
        }))}
      />
    </Step>
  );
}
