import { ClipboardList } from 'lucide';
import { Header } from '../parts/header.tsx';
import { Await, Empty } from '../parts/states.tsx';
import { addressOf } from '../session/location.ts';
import { useAsked, useSession } from '../session/session.ts';
import { FormPage } from './form-page.tsx';

/** The forms that can be filled in, or one of them. */
export function FormsPlace() {
  const { location } = useSession();
  return location.item === '' ? <FormList /> : <FormPage key={location.item} id={location.item} />;
}

function FormList() {
  const { location, go } = useSession();
  const forms = useAsked('listForms', {});
  return (
    <main class="place" aria-label="Forms">
      <Header title="Forms" />
      <div class="scroll">
        <Await asked={forms} what="the forms">
          {(found) =>
            found.length === 0 ? (
              <Empty icon={ClipboardList} title="No form is published yet">
                <p>
                  Forms that the script makes and publishes are filled in here, as their respondents see them.
                </p>
              </Empty>
            ) : (
              <ul class="cards">
                {found.map((form) => (
                  <li key={form.id}>
                    <a
                      class="card"
                      href={addressOf({ ...location, item: form.id })}
                      onClick={(event) => {
                        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                        event.preventDefault();
                        go({ item: form.id });
                      }}
                    >
                      <span class="card-title">{form.title}</span>
                      <span class="card-text">{form.description}</span>
                      {form.accepting ? null : <span class="badge">Takes no responses</span>}
                    </a>
                  </li>
                ))}
              </ul>
            )
          }
        </Await>
      </div>
    </main>
  );
}
