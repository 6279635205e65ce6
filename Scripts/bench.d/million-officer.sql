-- The first page of cases and its count, as the service asks for them on behalf of a clerk of a town.
\startpipeline
select set_config('ipcase.agency', 'TWN-JJ', true), set_config('ipcase.officer', '1', true);
select c.id, c.number, c.ip_type, c.summary, c.respondents, c.status, c.owner_agency, c.held_since, c.logged_at,
  c.revision, c.demo, c.due_at
from seen_case_file c where c.agency = 'TWN-JJ' order by c.id desc limit 50;
\endpipeline
\startpipeline
select set_config('ipcase.agency', 'TWN-JJ', true), set_config('ipcase.officer', '1', true);
select count(*) as total from (select from case_access c where c.agency = 'TWN-JJ' limit 10001) counted;
\endpipeline
