/** Returns an id such as `weights-published` as a name that code can use. */
export function camelCase(id: string): string {
  return id.replaceAll(/[-.](\w)/g, (_, letter: string) => letter.toUpperCase());
}
