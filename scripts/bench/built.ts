/** A module of the build, which is what is measured. @param path below the project, such as `src/app.js` */
export function built<Module>(path: string): Promise<Module> {
  return import(new URL(`../../dist/${path}`, import.meta.url).href)
}
