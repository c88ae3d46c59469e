#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <stdint.h>
#include <string.h>
#include <time.h>
#ifndef LEVELS /* what the levels of the graph file cost, decay included */
#define LEVELS 274,446,654,916,1273,1832
#endif
static int n,m,*off,*adj,*T,gen,hist[4096],cnt[4098],*L,*lo,*out; static int capL=1<<23; static int cost[256];
static double now(){struct timespec t;clock_gettime(CLOCK_MONOTONIC,&t);return t.tv_sec*1e3+t.tv_nsec/1e6;}
static long rxG;
static int reach(int src,int K,int budget,int Hn){ if(gen>=(1<<19)-2){memset(T,0,8L*n);gen=0;}int base=++gen<<12;memset(hist,0,sizeof hist);T[2*src]=base|4095;int nl=0,bound=budget,le=0;long rx=0;
 for(int e=off[src];e<off[src+1];e++){int c=(adj[2L*e+1]&0xfff)-223;rx++;if(c>bound)break;int v=adj[2L*e],x=base|(4095-c);if(x<=T[2*v])continue;T[2*v]=x;T[2*v+1]=nl;int*q=L+4*nl;q[0]=v;q[1]=-1;q[2]=v;q[3]=c;nl++;hist[c]++;le++;while(le-hist[bound]>=K){le-=hist[bound];bound--;}}
 for(int e=off[src];e<off[src+1];e++)T[2L*adj[2L*e]]=base|4095; /* own word: a tie of the viewer keeps its direct cost */
 int l0=0;for(int h=2;h<=Hn;h++){int start=nl;memset(cnt,0,sizeof cnt);for(int i=l0;i<start;i++)cnt[L[4*i+3]+1]++;for(int i=0;i<=bound;i++)cnt[i+1]+=cnt[i];for(int i=l0;i<start;i++){int c=L[4*i+3];if(c<=bound)lo[l0+cnt[c]++]=i;}int qe=l0+cnt[bound];
  for(int q=l0;q<qe;q++){ if(q+8<qe)__builtin_prefetch(&off[L[4*lo[q+8]]]); if(q+4<qe){long o=off[L[4*lo[q+4]]];__builtin_prefetch(&adj[2*o]);__builtin_prefetch(&adj[2*o+16]);}
   if(q+2<qe){int u2=L[4*lo[q+2]];long o=off[u2];int k=off[u2+1]-o;if(k>16)k=16;for(int j=0;j<k;j++)__builtin_prefetch(&T[2*adj[2*(o+j)]]);}
   int i=lo[q],*b=L+4*i,cu=b[3]&0xfff;if(cu>=bound)break;int u=b[0],f=b[2];long p=2L*off[u],e=2L*off[u+1],p0=p;
   for(;p<e;p+=2){ int c=cu+(adj[p+1]&0xfff);if(c>bound)break; if(p+32<e)__builtin_prefetch(&T[2*adj[p+32]]); int*t=T+2L*adj[p],x=base|(4095-c),s=t[0]; if(x>s){t[0]=x;hist[c]++;le++;int*lb;if(s>base){int old=4095-(s&4095);hist[old]--;if(old<=bound)le--;int o=t[1];if(o>=start)lb=L+4*o;else{L[4*o+3]|=1<<15;t[1]=nl;lb=L+4*nl++;}}else{t[1]=nl;lb=L+4*nl++;}lb[0]=adj[p];lb[1]=i;lb[2]=f;lb[3]=c;while(le-hist[bound]>=K){le-=hist[bound];bound--;}}}
   rx+=(p-p0)/2+(p<e);} l0=start;}
 memset(cnt,0,sizeof cnt);int tot=0;for(int i=0;i<nl;i++){int c=L[4*i+3];if(c<=bound){cnt[c+1]++;tot++;}}for(int i=0;i<=bound;i++)cnt[i+1]+=cnt[i];for(int i=0;i<nl;i++){int c=L[4*i+3];if(c<=bound)out[cnt[c]++]=i;}rxG=rx;return tot>K?K:tot;}
static int cmpd(const void*a,const void*b){double x=*(double*)a,y=*(double*)b;return x<y?-1:x>y;}
int main(int c,char**a){FILE*f=fopen(a[1],"rb");int h[4];if(fread(h,4,4,f)!=4)return 1;n=h[1];m=h[2];off=malloc(4L*(n+1));int*tgt=malloc(4L*m);uint8_t*lvl=malloc(m),*mk=malloc(m);if(fread(off,4,n+1,f)&&fread(tgt,4,m,f)&&fread(lvl,1,m,f)&&fread(mk,1,m,f)){}fclose(f);
 for(int i=0;i<256;i++)cost[i]=4000;int C[]={LEVELS};memcpy(cost,C,sizeof C);adj=malloc(8L*m+64);for(long e=0;e<m;e++){adj[2*e]=tgt[e];adj[2*e+1]=cost[lvl[e]]|mk[e]<<16;}free(tgt);free(lvl);free(mk);
 T=calloc(n,8);L=malloc(16L*capL);lo=malloc(4L*capL);out=malloc(4L*capL);int K=atoi(a[3]),B=atoi(a[4]),H=atoi(a[5]);FILE*v=fopen(a[2],"r");int V[100000],nv=0;while(fscanf(v,"%d",&V[nv])==1)nv++;
 for(int i=0;i<nv;i++)reach(V[i],K,B,H);double*t=malloc(8L*nv);double TT=0;long sum=0,rx=0;for(int i=0;i<nv;i++){double s=now();int q=reach(V[i],K,B,H);double d=now()-s;t[i]=d;TT+=d;rx+=rxG;for(int j=0;j<q;j++)sum+=L[4*out[j]+3]&0xfff;}
 qsort(t,nv,8,cmpd);printf("C2 median %.4f p99 %.4f mean %.4f relaxed/q %.0f Medges/s %.1f costsum %ld\n",t[nv/2],t[(int)(nv*.99)],TT/nv,(double)rx/nv,rx/TT/1e3,sum);}
