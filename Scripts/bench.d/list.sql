\startpipeline
select set_config('ipcase.agency', 'IPB', true), set_config('ipcase.officer', :officer::text, true);
select c.id, c.number, c.ip_type, c.summary, c.respondents, c.status, c.owner_agency, c.held_since, c.logged_at,
  c.revision, c.demo, c.due_at
from case_access a join case_file c on c.id = a.case_file
where a.agency = 'IPB' order by a.case_file desc limit 50;
\endpipeline
