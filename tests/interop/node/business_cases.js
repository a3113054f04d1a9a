'use strict';
// From an unknown unit to a receipt that can be verified offline.

const crypto = require('node:crypto');
const { httpAddress, moment, pdf, requestId, sha256 } = require('./office');
const { assert } = require('./suite');

async function submitted(office) {
  const company = await office.registerCompany();
  const draft = await office.draft({ company: company.name });
  await office.upload(draft.name);
  return office.own.ask(office.own.cases, 'SubmitCase', { name: draft.name, request_id: requestId() });
}

/** The content of a compact JWS (RFC 7515) signed with ES256, or null when the signature does not hold. */
function verified(signed, keys) {
  const [header, content, signature] = signed.split('.');
  const { alg, kid } = JSON.parse(Buffer.from(header, 'base64url'));
  assert.equal(alg, 'ES256');
  const key = crypto.createPublicKey({ key: keys.find((one) => one.kid === kid), format: 'jwk' });
  const holds = crypto.verify('sha256', Buffer.from(`${header}.${content}`),
    { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
  return holds ? JSON.parse(Buffer.from(content, 'base64url')) : null;
}

module.exports = {
  async business_unit_and_round(office) {
    assert.equal((await office.openRound()).name, office.round);
    assert.equal((await office.registerUnit()).state, 'UNIT_STATE_PENDING');
    assert.equal((await office.approveUnit()).state, 'UNIT_STATE_APPROVED');
  },

  async business_draft_to_receipt(office) {
    const company = await office.registerCompany();
    const draft = await office.draft({ company: company.name });
    assert.equal(draft.state, 'CASE_STATE_DRAFT');
    const document = await office.upload(draft.name);
    assert.deepEqual([document.media_type, document.sha256], ['application/pdf', sha256(pdf)]);
    const answer = await office.own.ask(office.own.cases, 'SubmitCase', { name: draft.name, request_id: requestId() });
    assert.equal(answer.case.state, 'CASE_STATE_SUBMITTED');
    const seen = await office.office.ask(office.office.cases, 'GetCase', { name: draft.name });
    assert.deepEqual(seen.receipt, answer.receipt);
  },

  async business_same_request_same_receipt(office) {
    const company = await office.registerCompany();
    const draft = await office.draft({ company: company.name });
    const request = { name: draft.name, request_id: requestId() };
    const first = await office.own.ask(office.own.cases, 'SubmitCase', request);
    const again = await office.own.ask(office.own.cases, 'SubmitCase', request);
    assert.deepEqual(again.receipt, first.receipt);
  },

  async business_receipt_verifies_offline(office) {
    const { receipt } = await submitted(office);
    const published = await fetch(`http://${httpAddress}/.well-known/jwks.json`, { signal: AbortSignal.timeout(10_000) });
    const { keys } = await published.json();
    const content = verified(receipt.signed_receipt, keys);
    assert.ok(content, 'the signature does not hold');
    assert.deepEqual([content.case, content.case_number, content.content_sha256],
      [receipt.case, receipt.case_number, receipt.content_sha256]);
    const [header, body, signature] = receipt.signed_receipt.split('.');
    const altered = Buffer.from(body, 'base64url');
    altered[altered.length >> 1] ^= 1;
    assert.equal(verified([header, altered.toString('base64url'), signature].join('.'), keys), null, 'an altered receipt was verified');
  },

  async business_clock_is_driven(office) {
    const time = moment('2018-02-13T09:00:02+08:00');
    const { now } = await office.operator.ask(office.operator.operations, 'AdvanceClock', { time });
    assert.ok(Number(now.seconds) >= Number(time.seconds), `the clock stands at ${now.seconds}`);
  },
};
