/** Methods of forms that Google documents and the published types lack. */
declare namespace GoogleAppsScript.Forms {
  interface FormApp {
    create(title: string, isPublished: boolean): Form;
  }
  interface Form {
    isPublished(): boolean;
    setPublished(isPublished: boolean): Form;
  }
}
