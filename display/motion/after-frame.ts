/** Resolves when the frame that is being made has been handed over: what nobody sees in it can wait so long. */
export const afterFrame = (): Promise<void> => new Promise((done) => setTimeout(done));
