-- Values of enums stand in a migration of their own: Postgres does not let the transaction that adds one use it.
alter type unit_kind add value 'centre';
alter type unit_kind add value 'central_unit';
alter type unit_kind add value 'region';
alter type unit_kind add value 'district';
alter type unit_kind add value 'team';
alter type registration_state add value 'withdrawn';
