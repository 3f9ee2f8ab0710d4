/** Selects the error format where the document declares several for one status. */
export type ErrorForm = "error" | "message" | "list";

/** An error response. Its body has the format that the document declares for the operation and status. */
export class ApiError extends Error {
  readonly status: number;
  readonly field: string | undefined;
  readonly form: ErrorForm | undefined;

  constructor(status: number, message: string, field?: string, form?: ErrorForm) {
    super(message);
    this.status = status;
    this.field = field;
    this.form = form;
  }
}
