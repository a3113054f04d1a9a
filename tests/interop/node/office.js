'use strict';
// Where the service is, tokens, clients made from the .proto files, and a round with a unit that may submit.

const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');
const protobuf = require('protobufjs');

const address = process.env.SME_GRPC_ADDRESS;
const httpAddress = process.env.SME_HTTP_ADDRESS;
const protoRoots = process.env.SME_PROTO_ROOTS.split(path.delimiter);
const callSeconds = 10;
const pdf = Buffer.from('%PDF-1.4\n% a proposal\n%%EOF\n');

const contract = grpc.loadPackageDefinition(loader.loadSync(
  [...['case', 'company', 'document', 'operations', 'round', 'unit'].map((name) => `sme/v1/${name}_service.proto`),
    'standard/health.proto', 'standard/reflection.proto'],
  { includeDirs: protoRoots, keepCase: true, longs: String, enums: String, defaults: true, oneofs: true }));

const details = new protobuf.Root();
details.resolvePath = (_, target) =>
  protoRoots.map((root) => path.join(root, target)).find((file) => fs.existsSync(file)) ?? target;
details.loadSync(['google/rpc/status.proto', 'google/rpc/error_details.proto']);

function token(roles, unit, changed = {}) {
  const key = fs.readFileSync(path.join(process.env.SME_DATA_DIRECTORY, 'keys', 'issuer.pem'));
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.floor(Date.now() / 1000) + 600;
  const claims = { iss: 'sme-local', aud: 'sme-guidance', sub: 'interop', roles, exp, ...(unit && { unit }), ...changed };
  const content = `${part({ alg: 'ES256', typ: 'JWT' })}.${part(claims)}`;
  const signature = crypto.sign('sha256', Buffer.from(content), { key, dsaEncoding: 'ieee-p1363' });
  return `${content}.${signature.toString('base64url')}`;
}

function bearer(text) {
  const metadata = new grpc.Metadata();
  metadata.set('authorization', `Bearer ${text}`);
  return metadata;
}

const requestId = () => crypto.randomUUID();
const inSeconds = (seconds) => ({ deadline: new Date(Date.now() + seconds * 1000) });
const moment = (text) => ({ seconds: String(Math.floor(Date.parse(text) / 1000)), nanos: 0 });
const sha256 = (content) => crypto.createHash('sha256').update(content).digest('hex');

/** The valid 統一編號 of a serial number: the last digit makes the weighted digit sums a multiple of 5. */
function taxId(serial) {
  const sum = (text) => [...text].map((digit, place) => Number(digit) * [1, 2, 1, 2, 1, 2, 4, 1][place])
    .reduce((all, product) => all + Math.floor(product / 10) + product % 10, 0);
  return [...Array(10).keys()].map((last) => `${serial}0${last}`).find((text) => sum(text) % 5 === 0);
}

/** A caller's clients; each kind of call has a function of its own. */
class Desk {
  constructor(text, options = {}) {
    this.metadata = bearer(text);
    const clientOf = (Client) => new Client(address, grpc.credentials.createInsecure(), options);
    const services = contract.sme.v1;
    this.rounds = clientOf(services.RoundService);
    this.units = clientOf(services.UnitService);
    this.companies = clientOf(services.CompanyService);
    this.cases = clientOf(services.CaseService);
    this.documents = clientOf(services.DocumentService);
    this.operations = clientOf(services.OperationsService);
  }

  /** A unary call: its answer and its trailers. */
  askWithTrailers(client, method, request, metadata = this.metadata) {
    return new Promise((resolve, reject) => {
      let answer;
      const call = client[method](request, metadata, inSeconds(callSeconds), (error, found) => {
        if (error) { reject(error); } else { answer = found; }
      });
      call.on('status', (status) => { if (status.code === grpc.status.OK) { resolve({ answer, trailers: status.metadata }); } });
    });
  }

  async ask(client, method, request) {
    return (await this.askWithTrailers(client, method, request)).answer;
  }
}

const roundOf = (changed = {}) => ({
  display_name: '107 年度梯次', roc_year: 107, kind: 'ROUND_KIND_REGULAR',
  open_time: moment('2018-02-12T00:00:00+08:00'), close_time: moment('2018-03-14T18:00:00+08:00'),
  groups: [{ code: 'metal', display_name: '金屬' }],
  functions: [{ code: 'newtech', display_name: '新技術' }],
  regions: [{ code: 'central', display_name: '中部', counties: ['台中市'] }],
  ...changed,
});

class Office {
  constructor(name, serial) {
    this.round = `rounds/interop-${name}`;
    this.unit = `units/interop-${name}`;
    this.office = new Desk(token(['office']));
    this.operator = new Desk(token(['operator']));
    this.own = new Desk(token(['unit'], this.unit));
    this.serial = serial;
  }

  openRound() {
    return this.office.ask(this.office.rounds, 'CreateRound', {
      round_id: this.round.split('/')[1], round: roundOf(), request_id: requestId() });
  }

  registerUnit() {
    const unit = {
      display_name: '產業推廣研究中心', kind: 'UNIT_KIND_FOUNDATION', tax_id: this.nextTaxId(),
      contact_email: 'office@unit.example', contact_office: '研發處' };
    return this.own.ask(this.own.units, 'RegisterUnit', { unit_id: this.unit.split('/')[1], unit, request_id: requestId() });
  }

  approveUnit() {
    return this.office.ask(this.office.units, 'ApproveUnit', { name: this.unit, request_id: requestId() });
  }

  nextTaxId() {
    this.serial += 1;
    return taxId(this.serial);
  }

  registerCompany() {
    const company = {
      display_name: '精密模具股份有限公司', county: '台中市', industry: '金屬製品製造業', sector: 'SECTOR_MANUFACTURING',
      capital_ntd: 5_000_000, employees: 20, revenue_ntd: 30_000_000 };
    return this.own.ask(this.own.companies, 'RegisterCompany', { tax_id: this.nextTaxId(), company, request_id: requestId() });
  }

  application(changed = {}) {
    return {
      company: `companies/${this.nextTaxId()}`, group: 'metal', function: 'newtech', mode: 'CASE_MODE_GENERAL',
      title: '模具壽命提升', total_ntd: 250_000, government_ntd: 200_000, self_ntd: 50_000, ...changed };
  }

  caseRequest(changed = {}) {
    return { parent: this.round, case: { unit: this.unit, application: this.application(changed) }, request_id: requestId() };
  }

  draft(changed = {}) {
    return this.own.ask(this.own.cases, 'CreateCase', this.caseRequest(changed));
  }

  upload(name, content = pdf, desk = this.own) {
    return new Promise((resolve, reject) => {
      const call = desk.documents.UploadDocument(desk.metadata, inSeconds(callSeconds),
        (error, document) => (error ? reject(error) : resolve(document)));
      call.write({ header: {
        case: name, kind: 'DOCUMENT_KIND_PROPOSAL', file_name: '計畫書.pdf', size_bytes: content.length,
        sha256: sha256(content), request_id: requestId() } });
      for (let place = 0; place < content.length; place += 65_536) {
        call.write({ chunk: content.subarray(place, place + 65_536) });
      }
      call.end();
    });
  }

  download(name, desk = this.own) {
    return collected(desk.documents.DownloadDocument(
      { case: name, kind: 'DOCUMENT_KIND_PROPOSAL' }, desk.metadata, inSeconds(callSeconds)));
  }
}

/** All messages of a stream; rejects with its error. */
function collected(call) {
  return new Promise((resolve, reject) => {
    const messages = [];
    call.on('data', (message) => messages.push(message));
    call.on('error', reject);
    call.on('end', () => resolve(messages));
  });
}

/** google.rpc.Status of a refusal with its details decoded, by type name. */
function statusOf(error) {
  const [packed] = error.metadata.get('grpc-status-details-bin');
  if (!packed) { throw new Error('no grpc-status-details-bin'); }
  const status = details.lookupType('google.rpc.Status').decode(packed);
  const decoded = status.details.map((any) => {
    const type = any.type_url.split('/').pop();
    return { type, value: details.lookupType(type).decode(any.value) };
  });
  return { code: status.code, message: status.message, of: (type) => decoded.filter((one) => one.type === type).map((one) => one.value) };
}

module.exports = {
  Desk, Office, address, bearer, callSeconds, collected, contract, grpc, httpAddress, inSeconds, moment, pdf, requestId, roundOf,
  sha256, statusOf, token,
};
