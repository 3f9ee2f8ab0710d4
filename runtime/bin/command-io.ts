/** What a command needs of the process that runs it. */
export interface CommandIo {
  /** Results. */
  readonly out: (text: string) => void;
  /** Everything else. */
  readonly err: (text: string) => void;
  /** All of the standard input. */
  readonly read: () => Promise<string>;
  /** Puts a question to a person; absent where nobody is at a terminal. */
  readonly ask?: ((question: string) => Promise<boolean>) | undefined;
  /** Aborted when the person gives up. */
  readonly signal?: AbortSignal | undefined;
}
