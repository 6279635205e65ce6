-- The same as the owner of the tables asks for it, who sees every case file and whom no policy binds.
\startpipeline
select set_config('ipcase.agency', 'TWN-JJ', true), set_config('ipcase.officer', '1', true);
select c.id, c.number, c.ip_type, c.summary, c.respondents, c.status, c.owner_agency, c.held_since, c.logged_at,
  c.revision, c.demo, c.due_at
from case_file c order by c.id desc limit 50;
\endpipeline
\startpipeline
select set_config('ipcase.agency', 'TWN-JJ', true), set_config('ipcase.officer', '1', true);
select count(*) as total from (select from case_file c limit 10001) counted;
\endpipeline
