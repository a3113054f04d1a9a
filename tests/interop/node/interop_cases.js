'use strict';
// The cases of the gRPC interop test descriptions that apply to this service, under their official names.

const crypto = require('node:crypto');
const {
  Desk, address, bearer, callSeconds, collected, contract, grpc, inSeconds, requestId, roundOf, sha256, statusOf, token,
} = require('./office');
const { assert, refused } = require('./suite');

const streams = 100;
const special = '\u2603 and non-BMP \u{1F608}, 補件';
const compressed = { 'grpc.default_compression_algorithm': grpc.compressionAlgorithms.gzip };
const raw = { serialize: (value) => value, deserialize: (value) => value };

/** About 200 KB: the service takes 256 KiB in a message. */
function largeRound() {
  const name = '類'.repeat(100);
  const codes = (letter) => [...Array(200).keys()].map((number) => ({ code: letter + number, display_name: name }));
  const request_id = requestId();
  const counties = [...Array(200).keys()].map((number) => number + name);
  return {
    round_id: request_id.slice(0, 32), request_id,
    round: roundOf({ groups: codes('g'), functions: codes('f'), regions: [{ code: 'all', display_name: '全國', counties }] }) };
}

/** The next message of a stream, or its error. */
function next(call) {
  return new Promise((resolve, reject) => {
    call.once('data', resolve);
    call.once('error', reject);
    call.once('end', () => reject(new Error('the stream has ended')));
  });
}

const batch = (office) => office.own.cases.FileCases(office.own.metadata, inSeconds(callSeconds));
const row = (office, number) => ({
  parent: number === 1 ? office.round : '', row: number, application: office.application({ reference: requestId() }) });

function unary(path) {
  const client = new grpc.Client(address, grpc.credentials.createInsecure());
  const metadata = bearer(token(['office']));
  return new Promise((resolve, reject) => client.makeUnaryRequest(
    path, raw.serialize, raw.deserialize, Buffer.alloc(0), metadata, inSeconds(callSeconds),
    (error, answer) => (error ? reject(error) : resolve(answer))));
}

module.exports = {
  async empty_unary(office) {
    const status = await office.operator.ask(office.operator.operations, 'GetStatus', {});
    assert.ok(status.sandbox && status.version, JSON.stringify(status));
  },

  async large_unary(office) {
    const request = largeRound();
    const answer = await office.office.ask(office.office.rounds, 'CreateRound', request);
    assert.deepEqual(answer.groups, request.round.groups);
    assert.deepEqual(answer.regions, request.round.regions);
  },

  async client_streaming(office) {
    const content = Buffer.concat([Buffer.from('%PDF-1.4\n'), crypto.randomBytes(300_000)]);
    const document = await office.upload((await office.draft()).name, content);
    assert.deepEqual([document.size_bytes, document.sha256], [String(content.length), sha256(content)]);
  },

  async server_streaming(office) {
    const content = Buffer.concat([Buffer.from('%PDF-1.4\n'), crypto.randomBytes(200_000)]);
    const { name } = await office.draft();
    await office.upload(name, content);
    const [first, ...chunks] = await office.download(name);
    assert.equal(first.document.file_name, '計畫書.pdf');
    assert.deepEqual(chunks.slice(0, -1).map((part) => part.chunk.length), [65_536, 65_536, 65_536]);
    assert.ok(Buffer.concat(chunks.map((part) => part.chunk)).equals(content), 'another content');
  },

  async ping_pong(office) {
    const call = batch(office);
    for (let number = 1; number < 5; number += 1) {
      call.write(row(office, number));
      const verdict = await next(call);
      assert.equal(verdict.row, number);
      assert.ok(verdict.case, JSON.stringify(verdict.refusal));
    }
    const rest = collected(call);
    call.end();
    assert.deepEqual(await rest, []);
  },

  async empty_stream(office) {
    const call = batch(office);
    const all = collected(call);
    call.end();
    assert.deepEqual(await all, []);
  },

  async cancel_after_begin(office) {
    const call = batch(office);
    const all = collected(call);
    call.cancel();
    await refused(all, grpc.status.CANCELLED);
  },

  async cancel_after_first_response(office) {
    const call = batch(office);
    call.write(row(office, 1));
    await next(call);
    const rest = collected(call);
    call.cancel();
    await refused(rest, grpc.status.CANCELLED);
  },

  async timeout_on_sleeping_server(office) {
    const watch = office.own.cases.WatchCases({ parent: office.round }, office.own.metadata, inSeconds(0.3));
    await refused(collected(watch), grpc.status.DEADLINE_EXCEEDED);
  },

  async custom_metadata(office) {
    const request = office.caseRequest();
    const first = await office.own.askWithTrailers(office.own.cases, 'CreateCase', request);
    const again = await office.own.askWithTrailers(office.own.cases, 'CreateCase', request);
    assert.deepEqual(again.answer, first.answer);
    assert.deepEqual([first.trailers.get('sme-replayed'), again.trailers.get('sme-replayed')], [[], ['true']]);
  },

  async status_code_and_message(office) {
    const error = await refused(office.draft({ title: '', company: 'companies/1' }), grpc.status.INVALID_ARGUMENT);
    const status = statusOf(error);
    assert.deepEqual([status.code, status.message], [error.code, error.details]);
    const [info] = status.of('google.rpc.ErrorInfo');
    assert.deepEqual([info.reason, info.domain], ['FIELD_INVALID', 'sme-guidance']);
    const [bad] = status.of('google.rpc.BadRequest');
    assert.deepEqual(bad.fieldViolations.map((one) => one.field).sort(), ['case.application.company', 'case.application.title']);
  },

  async special_status_message(office) {
    const request = { round: { name: office.round, etag: '"1"' }, update_mask: { paths: [special] }, request_id: requestId() };
    const error = await refused(office.office.ask(office.office.rounds, 'UpdateRound', request), grpc.status.INVALID_ARGUMENT);
    const status = statusOf(error);
    const texts = Object.fromEntries(status.of('google.rpc.LocalizedMessage').map((text) => [text.locale, text.message]));
    assert.ok(texts['zh-TW'].includes('欄位缺漏'), texts['zh-TW']);
    assert.equal(error.details, status.message);
    const said = status.of('google.rpc.BadRequest').flatMap((bad) => bad.fieldViolations.map((one) => one.description));
    assert.ok(said.some((text) => text.includes(special)), `the path sent is not told unchanged: ${said}`);
  },

  async unimplemented_method() {
    await refused(unary('/sme.v1.CaseService/NoSuchMethod'), grpc.status.UNIMPLEMENTED);
  },

  async unimplemented_service() {
    await refused(unary('/sme.v1.NoSuchService/NoSuchMethod'), grpc.status.UNIMPLEMENTED);
  },

  async client_compressed_unary() {
    const office = new Desk(token(['office']), compressed);
    const request = largeRound();
    const answer = await office.ask(office.rounds, 'CreateRound', request);
    assert.deepEqual(answer.groups, request.round.groups);
  },

  async server_compressed_unary(office) {
    // The service may compress or not; the client says by itself that it takes gzip and deflate.
    const answer = await office.own.ask(office.own.rounds, 'GetRound', { name: office.round });
    assert.equal(answer.name, office.round);
  },

  async client_compressed_streaming(office) {
    const content = Buffer.from(`%PDF-1.4\n${'compresses well '.repeat(20_000)}`);
    const desk = new Desk(token(['unit'], office.unit), compressed);
    const { name } = await office.draft();
    assert.equal((await office.upload(name, content, desk)).sha256, sha256(content));
    const [, ...chunks] = await office.download(name, desk);
    assert.ok(Buffer.concat(chunks.map((part) => part.chunk)).equals(content), 'another content');
  },

  async jwt_token_creds(office) {
    assert.equal((await office.own.ask(office.own.units, 'GetUnit', { name: office.unit })).name, office.unit);
  },

  async per_rpc_creds(office) {
    const desk = office.own;
    const status = (metadata) => desk.askWithTrailers(desk.operations, 'GetStatus', {}, metadata);
    await status(bearer(token(['operator'])));
    await refused(status(bearer(token(['unit'], office.unit))), grpc.status.PERMISSION_DENIED);
    await refused(status(new grpc.Metadata()), grpc.status.UNAUTHENTICATED);
    await refused(status(bearer(token(['operator'], null, { exp: 1 }))), grpc.status.UNAUTHENTICATED);
  },

  async concurrent_streams(office) {
    await office.draft();
    const watches = [...Array(streams).keys()].map(() =>
      office.own.cases.WatchCases({ parent: office.round, cursor: '0' }, office.own.metadata, inSeconds(20)));
    const firsts = await Promise.all(watches.map(next));
    assert.equal(new Set(firsts.map((event) => event.cursor)).size, 1);
    watches.forEach((watch) => {
      watch.on('error', () => {});
      watch.cancel();
    });
  },

  async health_check() {
    const health = new contract.grpc.health.v1.Health(address, grpc.credentials.createInsecure());
    const check = (service) => new Promise((resolve, reject) => health.Check({ service }, inSeconds(callSeconds),
      (error, answer) => (error ? reject(error) : resolve(answer.status))));
    assert.deepEqual([await check(''), await check('sme.v1.CaseService')], ['SERVING', 'SERVING']);
    await refused(check('no.such'), grpc.status.NOT_FOUND);
  },

  async health_watch() {
    const health = new contract.grpc.health.v1.Health(address, grpc.credentials.createInsecure());
    const watch = health.Watch({ service: '' }, inSeconds(callSeconds));
    assert.equal((await next(watch)).status, 'SERVING');
    watch.on('error', () => {});
    watch.cancel();
  },

  async reflection_list() {
    const reflection = new contract.grpc.reflection.v1.ServerReflection(address, grpc.credentials.createInsecure());
    const call = reflection.ServerReflectionInfo(inSeconds(callSeconds));
    const all = collected(call);
    call.write({ list_services: '*' });
    call.end();
    const [answer] = await all;
    const names = answer.list_services_response.service.map((service) => service.name);
    assert.ok(['sme.v1.CaseService', 'sme.v1.OperationsService'].every((name) => names.includes(name)), String(names));
  },
};
