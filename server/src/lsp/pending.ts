import { RAL } from 'vscode-jsonrpc';

/** Answers that are being made. */
export interface Pending {
  /** Counts an answer until it is there; gives it back. */
  readonly follow: <Answer>(answer: Promise<Answer>) => Promise<Answer>;
  /** Settles when all answers that are counted now are there and sent. */
  readonly sent: () => Promise<void>;
}

export function followAnswers(): Pending {
  const answers = new Set<Promise<unknown>>();
  return {
    follow: (answer) => {
      answers.add(answer);
      const remove = (): void => void answers.delete(answer);
      answer.then(remove, remove);
      return answer;
    },
    sent: async () => {
      await Promise.allSettled(answers);
      // An answer is sent a little after it is there.
      await new Promise<void>((resolve) => void RAL().timer.setImmediate(resolve));
    },
  };
}
