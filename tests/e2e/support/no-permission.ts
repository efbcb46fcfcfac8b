/** Bigin's answer to who may not do what a call is for. */
export const noPermission = {
  kind: 'status',
  status: 403,
  code: 'NO_PERMISSION',
  message: 'permission denied',
} as const;
