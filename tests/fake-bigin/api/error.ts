/** An answer in place of the result. Thrown by endpoints; the shape is Bigin's own. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: Record<string, unknown> = {},
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }

  body(): object {
    return { code: this.code, details: this.details, message: this.message, status: 'error' };
  }
}

export const missingParameter = (name: string) =>
  new ApiError(400, 'REQUIRED_PARAM_MISSING', 'One of the expected parameter is missing', {
    param_name: name,
  });

export const invalidParameter = (name: string, message = 'invalid data') =>
  new ApiError(400, 'INVALID_DATA', message, { param_name: name });
