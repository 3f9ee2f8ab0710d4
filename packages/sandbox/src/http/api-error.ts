/** Which of the forms that a status has in the document an error takes, where it has several. */
export type ErrorForm = "error" | "message" | "list";

/** An answer that is an error. Its body takes the form that the document declares for the operation and status. */
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
