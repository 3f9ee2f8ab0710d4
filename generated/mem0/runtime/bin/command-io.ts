/** What a command needs from the process that runs it. */
export interface CommandIo {
  /** Results. */
  readonly out: (text: string) => void;
  /** Everything else. */
  readonly err: (text: string) => void;
  /** All of the standard input. */
  readonly read: () => Promise<string>;
  /** Asks the person at the terminal; absent without a terminal. */
  readonly ask?: ((question: string) => Promise<boolean>) | undefined;
  /** Aborted when the person interrupts the command. */
  readonly signal?: AbortSignal | undefined;
}
