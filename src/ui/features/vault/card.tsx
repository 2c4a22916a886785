import { utf8ToBytes } from "../../../core/bytes.ts";
import type { VaultAccount } from "../../../core/keyring/vault-record.ts";
import { vaultFingerprint } from "../../../vault-client/fingerprint.ts";
import type { Api } from "../../api.ts";
import { vaultPress, vaultText, vaultWords } from "../../text/vault.ts";

const CARD_FILE = "sixtyfour-vault-card.txt";

/** Address, name, fingerprint: what restoring takes beside the password, which is not on it. */
function cardFacts(account: VaultAccount): [string, string][] {
  return [
    [vaultWords.address, account.address],
    [vaultWords.name, account.name],
    [vaultWords.fingerprint, vaultFingerprint(account)],
  ];
}

function cardText(account: VaultAccount): string {
  const { title, hint, steps } = vaultText.card;
  const facts = cardFacts(account).map(([name, value]) => `${name}: ${value}`);
  return [title, "", ...facts, "", hint, ...steps.map((step, i) => `${i + 1}. ${step}`), ""].join("\n");
}

export function CardFacts({ account, pairs }: { account: VaultAccount; pairs?: true }) {
  return (
    <dl class={pairs && "pairs"}>
      {cardFacts(account).flatMap(([name, value]) => [
        <dt key={name}>{name}</dt>,
        <dd key={`${name} value`} class="mono">
          {value}
        </dd>,
      ])}
    </dl>
  );
}

export function Card({ api, account, onClose }: { api: Api; account: VaultAccount; onClose: () => void }) {
  const { title, hint, steps } = vaultText.card;
  return (
    <div class="stack">
      <div class="buttons">
        <button type="button" onClick={() => window.print()}>
          {vaultPress.printCard}
        </button>
        <button
          type="button"
          onClick={() => api.saveFile(CARD_FILE, utf8ToBytes(cardText(account)) as Uint8Array<ArrayBuffer>)}
        >
          {vaultPress.saveCard}
        </button>
        <button type="button" onClick={onClose}>
          {vaultPress.close}
        </button>
      </div>
      <article class="sheet" lang="en" aria-label={title}>
        <header>
          <h2>{title}</h2>
          <p>{hint}</p>
        </header>
        <CardFacts account={account} />
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </article>
    </div>
  );
}
