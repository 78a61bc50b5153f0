// How does a test go from step to step of the conversation? As anyone does, who folds the steps out where they are folded.

/** Goes to the step called `name`. */
export async function goToStep(page, name) {
  const fold = page.locator(".trail-fold");
  if (await fold.isVisible()) await fold.click();
  await page.locator(".trail").getByRole("button", { name, exact: true }).click();
}
