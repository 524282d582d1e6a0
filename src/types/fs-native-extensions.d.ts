declare module 'fs-native-extensions' {
  /** Takes an exclusive lock on an open file that the kernel frees with the process; false where another holds it. */
  export function tryLock(fd: number): boolean
}
