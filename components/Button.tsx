import type { ComponentProps } from 'react';
import { clsx } from 'clsx';
import styles from './Button.module.css';

interface ButtonProps extends ComponentProps<'button'> {
  look?: 'primary' | 'quiet' | 'link';
}

export function Button({ look = 'quiet', className, ...props }: ButtonProps) {
  return <button type="button" className={clsx(styles.button, styles[look], className)} {...props} />;
}
