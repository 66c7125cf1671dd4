// A promise that is settled from outside.
//
//   const ready = makeDeferred<FaultlineReader>();
//   ready.resolve(this);

export interface Deferred<T> {
  promise: Promise<T>;
  isSettled: boolean;
  resolve(value: T): void;
  reject(reason: unknown): void;
}

export function makeDeferred<T>(): Deferred<T> {
  let settle!: [(value: T) => void, (reason: unknown) => void];
  const promise = new Promise<T>((resolve, reject) => (settle = [resolve, reject]));
  promise.catch(() => undefined);  // a host that never asks for `ready` gets no unhandled rejection
  const deferred: Deferred<T> = {
    promise,
    isSettled: false,
    resolve(value) { deferred.isSettled = true; settle[0](value); },
    reject(reason) { deferred.isSettled = true; settle[1](reason); },
  };
  return deferred;
}
